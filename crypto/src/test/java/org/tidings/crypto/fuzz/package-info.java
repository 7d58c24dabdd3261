/// Fuzzing: what was found is kept as a corpus of every target and played to it again in the gate.
@NullMarked
package org.tidings.crypto.fuzz;

import org.jspecify.annotations.NullMarked;
