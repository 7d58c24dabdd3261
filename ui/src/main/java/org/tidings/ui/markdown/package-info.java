/// Posts as people see them: CommonMark turned into nodes, links turned into things to visit.
@NullMarked
package org.tidings.ui.markdown;

import org.jspecify.annotations.NullMarked;
