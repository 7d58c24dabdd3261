package org.tidings.ui.shell;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.TestWorkspace;

/// What a person reads above the screens while the lists these are made from are built anew.
@Tag("journey")
class LackJourneyTest extends OnSomeCircle {
  @Test
  void olderPostsMayBeMissingUntilTheyAreThere() {
    TestWorkspace test = window.test();
    test.temp().settled().refuseBuilds();
    test.workspace().feeds().rebuildIndexes();
    test.temp().change("UPDATE indexes SET version = -version WHERE name = 'threads'");
    window.reopen();
    window.reads("Older posts and names may be missing here");
    window.go(new Place.Peers());
    window.readsNoMore("Older posts and names may be missing here");
    window.go(new Place.Home());
    window.reads("Older posts and names may be missing here");
    test.temp().allowBuilds();
    test.workspace().feeds().rebuildIndexes();
    window.readsNoMore("Older posts and names may be missing here");
  }
}
