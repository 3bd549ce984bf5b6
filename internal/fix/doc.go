// Package fix writes the patch for a behaviour that happens before anybody said
// yes.
//
// [Candidates] computes changes from what the evaluation knows of the behaviour:
// the condition that decides, the place of the default, the switch, the way to
// the send. The first are the best. In this order:
//
//   - a variable or a file that says no becomes one that says yes, and its test
//     is turned round;
//   - a default is turned off where it is set: in the call that defines a flag
//     or a key, a struct tag, a literal, what a function returns for want of an
//     answer;
//   - a test for the word that says no becomes one for the word that says yes;
//   - the condition that decides asks for a variable of the program's own as well;
//   - the send is put behind such a variable;
//   - the send is cut.
//
// None of this is a proof. Who offers a fix applies it in memory and evaluates
// the program again, and offers only what makes the behaviour opt-in or makes it
// vanish; see [Choose]. Apart from the first, whose variable is a new one, no
// change can make a program send where it did not before: a narrower test stays
// narrower.
package fix
