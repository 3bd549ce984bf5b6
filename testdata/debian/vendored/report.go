//go:build !noreport

package main

import "example.net/phone"

func report() { phone.Home() }
