package org.tidings.replication.lan;

/// The two UDP ports.
///
/// @param plain for announcements in plain text
/// @param sealed for those sealed with the network key
record LanPorts(int plain, int sealed) {
  static final LanPorts USUAL = new LanPorts(8008, 26830);
}
