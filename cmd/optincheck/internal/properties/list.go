package properties

import (
	"golang.org/x/tools/go/ssa"
)

// all are the properties, in the order in which they are printed.
func (x *extraction) all() []Property {
	plain := func(fn *ssa.Function) bool { return x.marks(fn)["io/fs:FileMode.IsRegular"] }
	owned := func(fn *ssa.Function) bool { return x.marks(fn)["syscall:Uid"] }
	return []Property{
		x.byDefault(),
		x.beforeMint(),
		x.beforeRead(),
		x.residue(),
		x.closed("unreadable-record", "unreadable", "a record that cannot be read means no", "a record that cannot be read means yes"),
		x.closed("malformed-record", "malformed", "a record that is malformed means no", "a record that is malformed means yes"),
		x.closed("newer-record", "newer", "a record of a newer version means no", "a record of a newer version means yes"),
		x.binding(),
		x.perPurpose(),
		x.environmentGrants(),
		x.administratorGrants(),
		x.environmentRefuses(),
		x.administratorRefuses(),
		x.closed("revocation-holds", "revoked", "consent is looked up at each use", "consent that was taken back still counts"),
		x.revocation(),
		x.hooks(),
		x.randomSource(),
		x.randomBits(),
		x.identitySources(),
		x.fileMode(),
		x.directoryMode(),
		x.exclusive(),
		x.atomic(),
		x.synced(),
		x.trust("links", "links are not followed", "links are followed", func(fn *ssa.Function) bool { return x.calls(fn, "os:Lstat") }),
		x.trust("plain-files", "only plain files count", "whatever stands there is read", plain),
		x.trust("owner", "only files of the user's own count", "files of others count", owned),
		x.trust("size", "files are read up to a bound", "files are read whatever their size", func(fn *ssa.Function) bool { return x.calls(fn, "io:LimitReader") }),
		x.validation(),
		x.redaction(),
		x.carrier(),
		x.hosts(),
		x.plain(),
		x.redirects(),
		x.method(),
		x.limit(),
		x.background(),
		x.ownConsent(),
	}
}
