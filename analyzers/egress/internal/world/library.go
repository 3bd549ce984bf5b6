package world

import (
	"fmt"
	"maps"
	"strings"
)

// allKinds are the kinds of entry of a models file.
func allKinds() kinds {
	all := modelKinds()
	maps.Copy(all, flagKinds())
	maps.Copy(all, storeKinds())
	maps.Copy(all, tagKinds())
	maps.Copy(all, commandKinds())
	return all
}

// expand returns the subjects that a{b,c}d stands for: abd and acd. A word
// without braces is itself.
func expand(subject string) ([]string, error) {
	open := strings.IndexByte(subject, '{')
	if open < 0 {
		if strings.IndexByte(subject, '}') >= 0 {
			return nil, fmt.Errorf("%q closes a brace that is not open; write {one,other}", subject)
		}
		return []string{subject}, nil
	}
	n := strings.IndexByte(subject[open:], '}')
	if n < 0 {
		return nil, fmt.Errorf("%q opens a brace and does not close it; write {one,other}", subject)
	}
	rest, err := expand(subject[open+n+1:])
	if err != nil {
		return nil, err
	}
	var out []string
	for _, choice := range strings.Split(subject[open+1:open+n], ",") {
		for _, r := range rest {
			out = append(out, subject[:open]+choice+r)
		}
	}
	return out, nil
}

// each applies a check to every subject that a word stands for.
func each(check check) check {
	return func(word string) error {
		all, err := expand(word)
		if err != nil {
			return err
		}
		for _, s := range all {
			if err := check(s); err != nil {
				return err
			}
		}
		return nil
	}
}

var (
	needArg  = key{required: true, check: operand}
	mayArg   = key{check: operand}
	mayWord  = key{check: anyText}
	needWord = key{required: true, check: anyText}
)

func effect(keys map[string]key) kind { return kind{subject: each(symbol), keys: keys} }

// flagKinds are the effects of libraries for the command line.
func flagKinds() kinds {
	return kinds{
		"flag":      effect(map[string]key{"name": needArg, "default": mayArg, "dest": mayArg}),
		"set":       effect(map[string]key{"name": needArg, "value": mayArg, "func": mayArg}),
		"changed":   effect(map[string]key{"name": needArg, "of": mayArg, "kind": {check: oneOf("flag", "config")}}),
		"named":     effect(map[string]key{"name": needArg}),
		"option":    effect(map[string]key{"name": needWord, "default": mayWord, "value": mayWord, "env": mayWord, "dest": mayWord}),
		"describe":  effect(map[string]key{"name": needArg}),
		"with":      effect(map[string]key{"default": mayArg, "env": mayArg}),
		"define":    effect(map[string]key{"dest": mayArg}),
		"inert":     effect(nil),
		"flag-text": effect(map[string]key{"of": needArg}),
		"new":       effect(nil),
		"url-part":  effect(map[string]key{"of": needArg, "part": {required: true, check: oneOf("hostname", "port")}}),
	}
}

// storeKinds are the effects of libraries that keep settings under keys.
func storeKinds() kinds {
	return kinds{
		"lookup":      effect(map[string]key{"name": mayArg, "default": mayArg, "of": mayArg, "kind": {required: true, check: oneOf("flag", "config")}}),
		"default":     effect(map[string]key{"name": needArg, "value": needArg, "of": mayArg}),
		"section":     effect(map[string]key{"name": needArg, "of": mayArg}),
		"unmarshal":   effect(map[string]key{"dest": needArg, "from": mayArg, "name": mayArg, "of": mayArg, "tag": mayWord}),
		"bind-flag":   effect(map[string]key{"name": needArg, "flag": needArg, "of": mayArg}),
		"bind-flags":  effect(map[string]key{"of": mayArg}),
		"bind-env":    effect(map[string]key{"names": needArg, "of": mayArg}),
		"auto-env":    effect(map[string]key{"prefix": mayArg, "of": mayArg}),
		"env-prefix":  effect(map[string]key{"prefix": needArg, "of": mayArg}),
		"env-replace": effect(map[string]key{"replacer": needArg, "of": mayArg}),
		"provide":     effect(map[string]key{"values": needArg, "tag": mayArg}),
		"load":        effect(map[string]key{"from": needArg, "of": mayArg}),
		"replacer":    effect(map[string]key{"pairs": needArg}),
		"replace":     effect(map[string]key{"of": needArg, "text": needArg}),
	}
}

// tagKinds are the effects of libraries that read struct tags.
func tagKinds() kinds {
	return kinds{
		"fill": effect(map[string]key{
			"dest": mayArg, "prefix": mayArg, "default": mayWord, "combined": mayWord, "skip": mayWord,
			"flag": mayWord, "flags": {check: oneOf("kebab")}, "nest": mayWord, "flagjoin": mayWord,
			"env": mayWord, "envs": {check: oneOf("upper")}, "split": mayWord, "envnest": mayWord, "envjoin": mayWord,
			"command": mayWord, "hooks": mayWord, "run": mayWord,
		}),
		"default-tag": {subject: anyText},
	}
}

// commandKinds are the effects of libraries that call commands.
func commandKinds() kinds {
	return kinds{
		"command":    effect(map[string]key{"name": mayWord, "run": needWord, "always": mayWord, "commands": mayWord, "flags": mayWord}),
		"subcommand": effect(map[string]key{"of": mayArg, "add": mayArg, "name": mayArg}),
		"hook":       effect(map[string]key{"of": needArg, "run": needArg}),
		"execute":    effect(map[string]key{"of": mayArg, "supply": mayArg, "run": mayWord, "command": mayWord}),
		"supply":     effect(map[string]key{"values": needArg}),
		"words":      effect(map[string]key{"of": needArg}),
	}
}
