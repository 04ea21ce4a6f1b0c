"""The long form: what stands in each life domain, domain by domain a private part."""
