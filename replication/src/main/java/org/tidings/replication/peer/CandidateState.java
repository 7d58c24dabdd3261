package org.tidings.replication.peer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tidings.replication.peer.PeerSession.Path;
import org.tidings.replication.transport.Failure;
import org.tidings.replication.transport.PeerAddress;

/// How things stand with one address at one moment.
///
/// @param announced when it was last heard on the local network, if that is not long ago
/// @param dialling since when it is being called
/// @param trouble why the last call or connection ended
public record CandidateState(
    PeerAddress address,
    Path path,
    Optional<Announcement> announced,
    Optional<Instant> dialling,
    Optional<Trouble> trouble) {
  /// So long after it was last heard somebody counts as nearby: some programs announce themselves
  /// every fifteen seconds only, and much is lost on a radio.
  public static final Duration STILL_NEARBY = Duration.ofSeconds(45);

  /// The same, told by a clock that is so far ahead.
  public CandidateState shifted(Duration ahead) {
    return new CandidateState(
        address,
        path,
        announced.map(heard -> new Announcement(heard.at().plus(ahead), heard.verified())),
        dialling.map(since -> since.plus(ahead)),
        trouble.map(
            one ->
                new Trouble(
                    one.failure(),
                    one.at().plus(ahead),
                    one.retryAt().map(retry -> retry.plus(ahead)))));
  }

  /// A packet on the local network.
  ///
  /// @param verified whether one was signed with the key it names
  public record Announcement(Instant at, boolean verified) {}

  /// What went wrong.
  ///
  /// @param retryAt when it will be called again; empty when it will not
  public record Trouble(Failure failure, Instant at, Optional<Instant> retryAt) {}
}
