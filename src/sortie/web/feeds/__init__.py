"""Private addresses: what a calendar, which signs in nowhere, may read of one post's planning."""
