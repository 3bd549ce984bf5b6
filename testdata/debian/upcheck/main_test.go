package main

import "testing"

// The check honours its variables without any network.
func TestCheckVersion(t *testing.T) {
	t.Setenv("UPCHECK_DISABLE", "1")
	t.Setenv("UPCHECK_ENABLE", "")
	checkVersion()
}
