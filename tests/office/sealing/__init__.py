"""The register kept by the office, on real stores: signed, proved, published, erased, checked."""
