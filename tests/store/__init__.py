"""The store on its two databases: every test that takes ``database`` runs twice."""
