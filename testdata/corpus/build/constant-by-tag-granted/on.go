//go:build !noupgrade

package main

const disabled = false
