module example.org/sysreport/violating

go 1.26
