module example.org/synced/compliant

go 1.26
