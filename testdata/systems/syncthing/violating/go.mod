module example.org/synced/violating

go 1.26
