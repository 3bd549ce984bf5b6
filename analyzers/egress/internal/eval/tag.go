package eval

import "reflect"

func lookupTag(tag, key string) (string, bool) { return reflect.StructTag(tag).Lookup(key) }
