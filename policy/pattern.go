package policy

import (
	"fmt"
	"strings"
	"unicode"
)

// A Pattern names functions: PATH[:SYMBOL], as in ./cmd/feedget:run or
// gopkg.in/yaml.v3:Decoder.Decode. The package documentation has the grammar.
type Pattern string

// ParsePattern checks that s is a pattern.
func ParsePattern(s string) (Pattern, error) {
	if what, instead := badPattern(s); what != "" {
		return "", fmt.Errorf("%s; %s", what, instead)
	}
	return Pattern(s), nil
}

// Match reports whether p names the function symbol of package pkgPath, where
// "./" means module. Symbol is Func or Type.Method; an empty symbol asks for
// the package as a whole, which only a pattern without SYMBOL names. What a
// compiler appends for closures, wrappers and repeated init functions is
// ignored, and so is the path above the last vendor folder.
func (p Pattern) Match(module, pkgPath, symbol string) bool {
	path, want, ok := strings.Cut(string(p), ":")
	if ok && want != declared(symbol) {
		return false
	}
	pkgPath = afterVendor(pkgPath)
	local, ok := strings.CutPrefix(path, "./")
	if !ok {
		return matchPath(path, pkgPath)
	}
	if module == "" {
		return false // there is no module that it could mean
	}
	if !below(module, pkgPath) {
		module = withoutMajor(module)
	}
	return matchPath(join(module, local), pkgPath)
}

// declared returns the declared function that symbol belongs to.
func declared(symbol string) string {
	if i := strings.IndexAny(symbol, "$#"); i >= 0 {
		return symbol[:i]
	}
	return symbol
}

// afterVendor returns the import path as the source writes it.
func afterVendor(pkgPath string) string {
	pkgPath, _, _ = strings.Cut(pkgPath, " ") // "p [p.test]" is p
	if i := strings.LastIndex("/"+pkgPath, "/vendor/"); i >= 0 {
		return pkgPath[i+len("vendor/"):]
	}
	return pkgPath
}

func join(module, local string) string {
	if local == "" {
		return module
	}
	return module + "/" + local
}

// matchPath is the go command's matching, with "..." only at the end: x/...
// names x and all below it, x... also what begins with x.
func matchPath(pattern, path string) bool {
	prefix, wild := strings.CutSuffix(pattern, "...")
	if !wild {
		return pattern == path
	}
	return strings.HasPrefix(path, prefix) || strings.HasSuffix(prefix, "/") && path == prefix[:len(prefix)-1]
}

// below reports whether path is root or below it.
func below(root, path string) bool {
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || rest[0] == '/')
}

// withoutMajor returns the module path without its major version: in GOPATH
// mode the go command drops it from the import paths of the packages too.
func withoutMajor(module string) string {
	i := strings.LastIndex(module, "/v")
	if i < 0 || i+2 == len(module) || strings.Trim(module[i+2:], "0123456789") != "" {
		return module
	}
	return module[:i]
}

// covers reports whether p names everything that q names.
func (p Pattern) covers(q Pattern, module string) bool {
	path, sym, one := strings.Cut(string(p), ":")
	other, otherSym, _ := strings.Cut(string(q), ":")
	if one && sym != otherSym {
		return false
	}
	path, other = resolve(path, module), resolve(other, module)
	prefix, wild := strings.CutSuffix(path, "...")
	if begin, ok := strings.CutSuffix(other, "..."); ok {
		return wild && strings.HasPrefix(begin, prefix)
	}
	return matchPath(path, other)
}

func resolve(path, module string) string {
	if local, ok := strings.CutPrefix(path, "./"); ok {
		return join(module, local)
	}
	return path
}

// badPattern says what is wrong with s as a pattern, and what to write
// instead. It returns two empty strings if nothing is.
func badPattern(s string) (what, instead string) {
	path, sym, ok := strings.Cut(s, ":")
	if what, instead = badPath(path); what != "" {
		return fmt.Sprintf("bad pattern %s: %s", quote(s), what), instead
	}
	if ok && !symbol(sym) {
		return fmt.Sprintf("bad pattern %s: %s is no symbol", quote(s), quote(sym)),
			"write Func or Type.Method after the colon, without star, parentheses or closure number"
	}
	return "", ""
}

func badPath(path string) (what, instead string) {
	const like = `write an import path, or ./ and a folder of the module`
	local, isLocal := strings.CutPrefix(path, "./")
	body := strings.TrimSuffix(local, "...")
	switch {
	case strings.HasSuffix(path, ","):
		return "it ends in a comma", "separate patterns by blanks"
	case strings.HasPrefix(path, "/"):
		return "it is an absolute path", like
	case path == "." || path == "..", strings.HasPrefix(path, "../"):
		return "a relative path begins with ./ and means the module", like
	case strings.Contains(body, "..."):
		return `"..." stands only at the end of the path`, "end it there, or name each package"
	case path == "":
		return "the path is empty", like
	case !isLocal && body == "":
		return "it names every package there is", "write ./... for the module, or the import paths"
	case strings.HasSuffix(local, "/"):
		return "the path ends in a slash", "delete the slash, or write /... for all packages below"
	}
	for i, c := range body {
		if !pathRune(c) {
			return fmt.Sprintf("%q in an import path at byte %d", c, i+1+len(path)-len(local)), like
		}
	}
	for _, element := range strings.Split(strings.TrimSuffix(body, "/"), "/") {
		if body != "" && (element == "" || element == "." || element == "..") {
			return fmt.Sprintf("%q is no path element", element), like
		}
	}
	return "", ""
}

// pathRune is what the go command allows in an import path.
func pathRune(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune("-._~+/", c)
}

// symbol reports whether s is Func or Type.Method.
func symbol(s string) bool {
	name, method, ok := strings.Cut(s, ".")
	return identifier(name) && (!ok || identifier(method))
}

func identifier(s string) bool {
	for i, c := range s {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return s != ""
}
