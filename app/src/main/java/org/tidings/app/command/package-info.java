/// The words a person or a script says to Tidings, one class a command. What they share: options
/// before or after the command, sentences for people or one JSON object a line, and three exit
/// codes: 0 done, 1 refused with a sentence and nothing written, 2 wrong usage.
@NullMarked
package org.tidings.app.command;

import org.jspecify.annotations.NullMarked;
