package org.tidings.feed.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.FakeClock;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.local.Invites.Invite;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.store.Migrations;
import org.tidings.feed.store.TempDatabase;

class InvitesTest extends OnFreshFeeds {

  private static final FeedId GUEST = SomeFeed.of("guest").id();

  private Invites invites() {
    return temp.feeds().invites();
  }

  @Test
  void aCodeIsUsedAsOftenAsItMayBeOverRestarts() {
    invites().add(GUEST, new Invite(2, "welcome"));
    assertThat(invites().take(GUEST)).isTrue();
    reopen();
    assertThat(invites().find(GUEST)).contains(new Invite(1, "welcome"));
    assertThat(invites().take(GUEST)).isTrue();
    assertThat(invites().take(GUEST)).isFalse();
    assertThat(invites().find(GUEST)).contains(new Invite(0, "welcome"));
  }

  @Test
  void aUseThatCameToNothingIsGivenBack() {
    invites().add(GUEST, new Invite(1, ""));
    invites().take(GUEST);
    invites().giveBack(GUEST);

    assertThat(invites().take(GUEST)).isTrue();
  }

  @Test
  void whoHasNoCodeCannotUseOne() {
    assertThat(invites().find(GUEST)).isEmpty();
    assertThat(invites().take(GUEST)).isFalse();
  }

  @Test
  void usedUpCodesAreForgottenInTheEndAndOthersAreNot(@TempDir Path folder) {
    try (TempDatabase used = new TempDatabase(folder, Migrations.STORE, LocalSchema.MIGRATIONS)) {
      TempDatabase.change(
          used.database(),
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2400)"
              + " INSERT INTO invites (guest, uses, note, made)"
              + " SELECT randomblob(32), i % 2, '', i FROM n");
      new Invites(used.database(), new FakeClock()).add(GUEST, new Invite(1, ""));

      assertThat(count(used, "uses > 0")).isEqualTo(1_200 + 1);
      assertThat(count(used, "uses = 0")).isEqualTo(Invites.MOST_USED_UP);
      assertThat(count(used, "uses = 0 AND made < 400")).as("the oldest").isZero();
    }
  }

  private static int count(TempDatabase database, String which) {
    return database
        .database()
        .read(
            tx ->
                tx.one("SELECT count(*) FROM invites WHERE " + which, row -> row.integer(1))
                    .orElseThrow());
  }
}
