/// `createHistoryStream`: one feed, message by message, to or from a peer that does not speak EBT.
///
/// ```
/// ← {"name":["createHistoryStream"],"type":"source",
///    "args":[{"id":"@feed","sequence":8,"seq":8,"live":true,"keys":false}]}
/// → {"previous":…,"sequence":8,…}     the stored messages from there on, then new ones as they
/// come
/// ```
///
/// [HistoryProtocol] serves such calls to everybody, and makes them where EBT is missing. Protocol
/// 6.1 and 6.6.
@NullMarked
package org.tidings.replication.history;

import org.jspecify.annotations.NullMarked;
