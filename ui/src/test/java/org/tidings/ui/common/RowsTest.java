package org.tidings.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
  private final List<String> touched = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "'', abc, abc",
    "abc, abc, ''",
    "abc, abcd, d",
    "bcd, abcd, a",
    "abc, aXc, X",
    "abcd, ad, ''",
    "abc, xyz, xyz",
    "abc, '', ''",
    "aaa, aa, ''",
    "aa, aaa, a",
    "abcdef, abXYZef, XYZ"
  })
  void onlyWhatDiffersIsTouched(String shown, String fresh, String differing) {
    ObservableList<String> rows = FXCollections.observableArrayList(letters(shown));
    rows.addListener(this::note);
    Rows.show(rows, letters(fresh));
    assertThat(rows).isEqualTo(letters(fresh));
    assertThat(touched).isEqualTo(letters(differing));
  }

  private void note(Change<? extends String> change) {
    while (change.next()) {
      touched.addAll(change.getAddedSubList());
    }
  }

  private static List<String> letters(String word) {
    return word.chars().mapToObj(Character::toString).toList();
  }
}
