/// Recent posts first: the newest messages of feeds of which a peer has far more than we do, shown
/// while their history is still arriving.
///
/// ```
/// ← {"name":["createHistoryStream"],"type":"source",
///    "args":[{"id":"@feed","sequence":951,"seq":951,"limit":50,"keys":false}]}
/// → {"previous":…,"sequence":951,…}     and so on, up to where the peer's note said that it is
/// ```
///
/// Protocol 6.6; how far the peer is comes from its notes, protocol 6.3.
@NullMarked
package org.tidings.replication.early;

import org.jspecify.annotations.NullMarked;
