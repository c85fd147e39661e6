"""先找途径 — which lawful procedure fits, where to go, what to bring, the last day; one may file all the same."""
