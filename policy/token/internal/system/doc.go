// Package system has no code: its tests run package token as users do, in
// thousands of processes and in whole programs, and take some seconds.
package system
