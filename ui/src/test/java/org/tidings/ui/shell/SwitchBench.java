package org.tidings.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Feeds;
import org.tidings.feed.bench.ManyMessages;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.Fx;
import org.tidings.ui.PulseWatch;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.SomeCircle;
import org.tidings.ui.workspace.TestWorkspace;

/// Goes from every screen to every other, and opens the search on each, a few times: how long until
/// the last pulse is over that has something to do for it. `-Dmessages=1000000` has a history of so
/// many stored before, by 150 people of whom we follow ten; `-Dstore=folder` keeps them
/// for the next run.
class SwitchBench {
  private static final int ROUNDS = Integer.getInteger("rounds", 2);
  private static final int MESSAGES = Integer.getInteger("messages", 0);
  private static final String SEARCH = ".rail-places .rail-entry";
  private static final String STORE = System.getProperty("store", "");
  private static final int SLOWEST = 12;
  private static final int AUTHORS = 150;
  private static final int FOLLOWED = 10;

  @TempDir private Path folder;

  /// One way there.
  private record Switch(Place from, Place to, PulseWatch watch) {
    static Switch of(Navigator navigator, Place to) {
      Place from = navigator.place();
      return new Switch(from, to, PulseWatch.over(() -> navigator.go(to)));
    }

    @Override
    public String toString() {
      return "%.1f ms to %s from %s"
          .formatted(
              watch.untilQuietMs(), to.getClass().getSimpleName(), from.getClass().getSimpleName());
    }
  }

  @Test
  void fromEveryScreenToEveryOther() throws Exception {
    try (ExecutorService work = Executors.newFixedThreadPool(2);
        TestWorkspace test = new TestWorkspace(store(), work, FxThread::run)) {
      Feeds feeds = test.temp().feeds();
      boolean filled = feeds.log().lastArrival() > MESSAGES;
      // One that was copied is not posted to before peers have been asked.
      feeds.gate().override();
      SomeCircle circle = SomeCircle.in(test);
      if (!filled) {
        fill(feeds);
      }
      test.temp().settled();
      Navigator navigator = test.workspace().navigator();
      Scene scene = Fx.get(() -> ScrollBench.open(test));
      Fx.settle();
      List<Place> places = EveryPlace.among(circle, test);
      List<Switch> switches = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < places.size(); i++) {
          Place from = places.get(i);
          PulseWatch.over(() -> navigator.go(from));
          for (Place to : places.subList(i + 1, places.size())) {
            switches.add(Switch.of(navigator, to));
            switches.add(Switch.of(navigator, from));
          }
        }
      }
      print("until quiet", sorted(switches, PulseWatch::untilQuietMs));
      print("one pulse", sorted(switches, PulseWatch::longestMs));
      switches.stream()
          .sorted(Comparator.comparingDouble(one -> -one.watch().untilQuietMs()))
          .limit(SLOWEST)
          .forEach(System.out::println);
      print("the search, until quiet", openingSearch(scene, places, navigator));
      Fx.run(
          () -> {
            ((Shell) scene.getRoot()).close();
            scene.getWindow().hide();
          });
    }
  }

  private Path store() {
    return STORE.isEmpty() ? folder : Path.of(STORE);
  }

  private static double[] sorted(List<Switch> switches, ToDoubleFunction<PulseWatch> ms) {
    return switches.stream().map(Switch::watch).mapToDouble(ms).sorted().toArray();
  }

  private static void fill(Feeds feeds) throws Exception {
    if (MESSAGES == 0) {
      return;
    }
    ManyMessages.of(Path.of("target", "bench"), MESSAGES, AUTHORS).storeIn(feeds);
    for (int i = 0; i < FOLLOWED; i++) {
      FeedId author = FeedId.of(SomeKeys.of("author " + i).publicKey());
      feeds.publisher().publish(Contact.follow(author).toJson());
    }
  }

  /// From every screen.
  private static double[] openingSearch(Scene scene, List<Place> places, Navigator navigator) {
    List<PulseWatch> watches = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (Place place : places) {
        PulseWatch.over(() -> navigator.go(place));
        watches.add(PulseWatch.over(() -> ((Button) scene.lookup(SEARCH)).fire()));
        PulseWatch.over(() -> press(KeyCode.ESCAPE, scene.getFocusOwner()));
      }
    }
    return watches.stream().mapToDouble(PulseWatch::untilQuietMs).sorted().toArray();
  }

  private static void press(KeyCode key, Node where) {
    where.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private static void print(String what, double[] ms) {
    System.out.printf(
        "%s, %,d switches: half within %.1f ms, 99 %% within %.1f, the longest %.1f%n",
        what, ms.length, ms[ms.length / 2], ms[ms.length * 99 / 100], ms[ms.length - 1]);
  }
}
