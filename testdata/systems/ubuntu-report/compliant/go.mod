module example.org/sysreport/compliant

go 1.26
