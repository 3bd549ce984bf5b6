// Command method-by-part-of-name calls a method by a name that it puts together of
// what a file says.
package main

import (
	"os"
	"reflect"
	"strings"
)

func main() {
	word, err := os.ReadFile("/usr/share/tool/task")
	if err != nil {
		return
	}
	reflect.ValueOf(client{}).MethodByName("Do" + strings.ToUpper(string(word))).Call(nil)
}
