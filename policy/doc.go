// Package policy reads and writes the file in which a program declares what
// it says to whom over the network, and after whose yes.
package policy
