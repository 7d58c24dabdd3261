package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.RecoveryWords;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.Identity;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.settings.WordsViewModel.State;

class WordsViewModelTest {
  private final KeyPair keys = SomeKeys.of("lena");
  private final List<String> words = RecoveryWords.of(keys);
  private final WordsViewModel model =
      new WordsViewModel(new Identity(FeedId.of(keys.publicKey()), keys), new Random(7));

  private State state() {
    return model.stateProperty().get();
  }

  private int asked() {
    return ((State.Asked) state()).number();
  }

  @Test
  void wordsAreHiddenUntilTheyAreAskedFor() {
    assertThat(state()).isEqualTo(new State.Hidden());
    model.show();
    assertThat(state()).isEqualTo(new State.Shown(words));
    model.hide();
    assertThat(state()).isEqualTo(new State.Hidden());
  }

  @Test
  void threeDifferentWordsAreAskedBack() {
    Set<Integer> numbers = new HashSet<>();
    model.practise();
    while (state() instanceof State.Asked(int number, boolean wrong)) {
      assertThat(wrong).isFalse();
      numbers.add(number);
      model.answer(" " + words.get(number - 1).toUpperCase(Locale.ROOT) + " ");
    }
    assertThat(state()).isEqualTo(new State.Known());
    assertThat(numbers).hasSize(WordsViewModel.QUESTIONS);
  }

  @Test
  void anotherWordAsksAgain() {
    model.practise();
    int number = asked();
    model.answer("zeppelin");
    assertThat(state()).isEqualTo(new State.Asked(number, true));
    model.answer(words.get(number - 1));
    assertThat(asked()).isNotEqualTo(number);
  }
}
