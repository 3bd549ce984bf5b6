//go:build unix

package token

import (
	"io/fs"
	"os"
	"syscall"
)

// ownedByUs reports whether the file is this user's and closed to others.
func ownedByUs(info fs.FileInfo) bool {
	return owner(info) == os.Geteuid() && info.Mode().Perm()&0o077 == 0
}

// ownedByAdmin reports whether only this user or the administrator can have
// written the file.
func ownedByAdmin(info fs.FileInfo) bool {
	uid := owner(info)
	return (uid == 0 || uid == os.Geteuid()) && info.Mode().Perm()&0o022 == 0
}

// owner is the user the file belongs to, or -1.
func owner(info fs.FileInfo) int {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(stat.Uid)
	}
	return -1
}
