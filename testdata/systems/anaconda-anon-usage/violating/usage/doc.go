// Package usage makes the tokens of pkgget and says where they go.
package usage
