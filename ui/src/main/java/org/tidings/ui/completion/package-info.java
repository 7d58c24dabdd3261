/// What is offered while one writes: people after `@`, channels after `#`, emoji after `:`.
@NullMarked
package org.tidings.ui.completion;

import org.jspecify.annotations.NullMarked;
