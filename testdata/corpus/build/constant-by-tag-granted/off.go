//go:build noupgrade

package main // blind-spot: not-built

const disabled = true
