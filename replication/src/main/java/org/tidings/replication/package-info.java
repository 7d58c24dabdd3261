/// How posts travel between peers. The front door listens, dials, finds peers on the local network
/// and runs the protocols on each connection.
@NullMarked
package org.tidings.replication;

import org.jspecify.annotations.NullMarked;
