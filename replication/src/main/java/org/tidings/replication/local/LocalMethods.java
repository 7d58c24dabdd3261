package org.tidings.replication.local;

import org.tidings.replication.muxrpc.Method;

/// What our own commands call the local listener with. The names that other programs know are in
/// `replication.client`.
final class LocalMethods {
  static final Method PUBLISH = Method.async("tidings.publish");
  static final Method PRIVATE_PUBLISH = Method.async("tidings.publishPrivate");
  static final Method RESUME = Method.async("tidings.resume");
  static final Method CONNECT = Method.async("tidings.connect");
  static final Method LOG = Method.source("tidings.log");
  static final Method STATUS = Method.async("tidings.status");
  static final Method WAIT = Method.async("tidings.waitForMessages");
  static final Method THREAD = Method.source("tidings.thread");
  static final Method SEARCH = Method.source("tidings.search");
  static final Method IMPORT = Method.source("tidings.import");
  static final Method EXPORT = Method.source("tidings.export");
  static final Method DOCTOR = Method.source("tidings.doctor");
  static final Method PEOPLE = Method.async("tidings.people");
  static final Method PETNAMES = Method.async("tidings.petnames");
  static final Method NAME = Method.async("tidings.name");
  static final Method CREATE_INVITE = Method.async("tidings.createInvite");
  static final Method USE_INVITE = Method.source("tidings.useInvite");
  static final Method DELIVERIES = Method.source("tidings.deliveries");
  static final Method RAISE = Method.async("tidings.raise");

  private LocalMethods() {}
}
