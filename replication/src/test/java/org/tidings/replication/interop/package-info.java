/// What the existing peers of npm, modern and legacy, do with each other, they do with us in either
/// place. Where each of it is tested:
///
/// ```
///  EBT, who dials whom (4 ways)       LivePostsTest, FollowTest, CorpusExchangeTest
///  without EBT, on one side or both   HistoryFallbackTest
///  a feed by createHistoryStream      SmallCallsTest
///  EBT over two hops                  ThreeInARowTest
///  nothing from whom blocks us        BlockTest
///  blobs                              BlobTest, SealedBlobTest
///  blobs through a peer in between    BlobTest, ThreeInARowTest
///  invites (modern and legacy)        InviteTest, SsbClientCallsTest
///  private messages                   PrivateMessagesTest
///  rooms, 1 and 2: meet, leave        RoomTest
///  room 2: alias, invite, sign-in     RoomMembersTest
///  another network key, a wrong key   NpmConnectionTest
///  bad messages                       HostileFeedsTest, one package up, by a peer of our own
///  methods that may not be called     NpmConnectionTest, SmallCallsTest, BlobTest
///  a restart                          RestartTest
/// ```
///
/// What programs get from us through npm's `ssb-client` is in the tests whose names begin so.
@NullMarked
package org.tidings.replication.interop;

import org.jspecify.annotations.NullMarked;
