package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Parse reads a policy file; file is the name that positions and messages
// show. Its error, if any, is an [ErrorList] of everything wrong in the file.
// The policy's Origin is [Given], for the caller to correct.
func Parse(file string, data []byte) (*Policy, error) {
	r := reader{file: file}
	r.split(data)
	sum := sha256.Sum256(data)
	b := builder{
		policy: &Policy{Origin: Given, File: file, Digest: hex.EncodeToString(sum[:])},
		errs:   r.errs,
	}
	b.build(file, r.paragraphs)
	b.policy.Comments = trimEnd(r.take())
	b.check()
	if err := b.errs.err(); err != nil {
		return nil, err
	}
	return b.policy, nil
}

func trimEnd(comments []string) []string {
	if n := len(comments); n > 0 && comments[n-1] == "" {
		return comments[:n-1]
	}
	return comments
}

// A builder makes a policy of paragraphs.
type builder struct {
	policy *Policy
	errs   ErrorList
}

// namers are the fields that name a paragraph and tell what it is, in the
// order in which they do: a Function paragraph has a Consent field too.
var namers = [...]string{"Function", "Override", "Consent"}

func (b *builder) build(file string, paragraphs []rawParagraph) {
	if len(paragraphs) == 0 {
		b.errs.add(Position{file, 1, 1}, "the file declares nothing", "begin it with a header: the fields Format and Module")
		return
	}
	if header(paragraphs[0]) {
		b.fill(&b.policy.Header.Paragraph, "header", b.policy.Header.slots(), paragraphs[0])
		paragraphs = paragraphs[1:]
	} else {
		b.errs.add(paragraphs[0].fields[0].pos, "the first paragraph is not a header", "begin the file with a paragraph of Format and Module")
	}
	for _, p := range paragraphs {
		b.paragraph(p)
	}
}

// header reports whether the first paragraph is meant as the header.
func header(p rawParagraph) bool {
	if p.field("Format") != nil || p.field("Module") != nil {
		return true
	}
	return !slices.ContainsFunc(namers[:], func(name string) bool { return p.field(name) != nil })
}

func (b *builder) paragraph(p rawParagraph) {
	first := p.fields[0]
	function, override, consent := p.field("Function"), p.field("Override"), p.field("Consent")
	switch {
	case override != nil && (function != nil || consent != nil):
		b.errs.add(override.pos, "Override in a paragraph that has another name", "put an empty line between paragraphs, and one of Function, Consent, Override in each")
	case function != nil:
		var f Function
		b.fill(&f.Paragraph, "Function paragraph", f.slots(), p)
		b.policy.Functions = append(b.policy.Functions, f)
	case override != nil:
		var o Override
		b.fill(&o.Paragraph, "Override paragraph", o.slots(), p)
		b.policy.Overrides = append(b.policy.Overrides, o)
	case consent != nil:
		var c Consent
		b.fill(&c.Paragraph, "Consent paragraph", c.slots(), p)
		b.policy.Consents = append(b.policy.Consents, c)
	case p.field("Format") != nil:
		b.errs.add(first.pos, "second header", "keep one Format field, in the first paragraph of the file")
	default:
		b.errs.add(first.pos, "paragraph without a name", "begin it with one of Function, Consent, Override, or delete the empty line above it")
	}
}

// fill reads the fields of p into the slots of a paragraph of the given kind.
func (b *builder) fill(into *Paragraph, kind string, slots []slot, p rawParagraph) {
	into.Position = p.fields[0].pos
	into.Comments = p.comments
	into.Fields = make(map[string]Field, len(p.fields))
	seen := make(map[string]Position, len(p.fields))
	for _, f := range p.fields {
		lower := strings.ToLower(f.name)
		if at, ok := seen[lower]; ok {
			b.errs.addf(f.pos, "keep one of the two, or put an empty line before a new paragraph", "field %s is already on line %d", f.name, at.Line)
			continue
		}
		seen[lower] = f.pos
		if meant := b.field(into, kind, slots, f); meant != "" {
			seen[strings.ToLower(meant)] = f.pos // one error is enough
		}
	}
	into.adopt(slots[0].name)
	for _, s := range slots {
		if _, ok := seen[strings.ToLower(s.name)]; s.required && !ok {
			b.errs.addf(into.Position, "add it", "%s without the field %s", kind, s.name)
		}
	}
}

// adopt gives the comments of the field that Format writes first to the
// paragraph, so that it does not matter which field the file has first.
func (p *Paragraph) adopt(name string) {
	f, ok := p.Fields[name]
	if !ok || len(f.Comments) == 0 {
		return
	}
	p.Comments = append(p.Comments, f.Comments...)
	f.Comments = nil
	p.Fields[name] = f
}

// field reads f into its slot. Of a name that the format does not know it
// returns the one that was likely meant.
func (b *builder) field(into *Paragraph, kind string, slots []slot, f rawField) (meant string) {
	var v value
	if i := slices.IndexFunc(slots, func(s slot) bool { return strings.EqualFold(s.name, f.name) }); i >= 0 {
		v, f.name = slots[i].value, slots[i].name
		into.Fields[f.name] = f.note(v)
	} else if isExtra(f.name) {
		into.Extra = append(into.Extra, Extra{Name: f.name, Field: f.note(nil)})
		v = text{&into.Extra[len(into.Extra)-1].Text}
	} else {
		return b.unknown(kind, slots, f)
	}
	if f.empty() {
		b.errs.addf(f.pos, "write a value, or delete the field", "field %s is empty", f.name)
		return ""
	}
	v.read(f, &b.errs)
	return ""
}

func isExtra(name string) bool {
	return len(name) > 2 && strings.EqualFold(name[:2], "X-")
}

// note returns what is kept of a field besides its value. Comments between
// the lines of a value move above the field, except in a list, which has room.
func (f rawField) note(v value) Field {
	comments := f.comments
	if _, ok := v.(list); !ok {
		for _, l := range f.lines {
			comments = append(comments, l.comments...)
		}
	}
	return Field{Position: f.value(), Comments: comments}
}

// unknown reports a field that a paragraph of this kind cannot have, and
// returns the name that was likely meant.
func (b *builder) unknown(kind string, slots []slot, f rawField) (meant string) {
	what := fmt.Sprintf("unknown field %s in a %s", quote(f.name), kind)
	names := names(slots)
	switch meant = near(f.name, names); {
	case elsewhere(f.name) != "":
		b.errs.addf(f.pos, "move it there; an empty line separates paragraphs", "%s: it belongs in a %s", what, elsewhere(f.name))
		return ""
	case meant != "":
		b.errs.add(f.pos, what, "write "+meant)
	default:
		b.errs.add(f.pos, what, "delete it, or begin a name of your own with X-; the fields are "+strings.Join(names, ", "))
	}
	return meant
}

func names(slots []slot) []string {
	names := make([]string, len(slots))
	for i, s := range slots {
		names[i] = s.name
	}
	return names
}

// elsewhere returns the kind of paragraph that the named field is for.
func elsewhere(name string) string {
	for _, p := range [...]struct {
		kind  string
		slots []slot
	}{
		{"Function paragraph", new(Function).slots()},
		{"Consent paragraph", new(Consent).slots()},
		{"Override paragraph", new(Override).slots()},
		{"header", new(Header).slots()},
	} {
		for _, s := range p.slots {
			if strings.EqualFold(s.name, name) {
				return p.kind
			}
		}
	}
	return ""
}

// field returns the field of the given name, or nil.
func (p rawParagraph) field(name string) *rawField {
	for i := range p.fields {
		if strings.EqualFold(p.fields[i].name, name) {
			return &p.fields[i]
		}
	}
	return nil
}
