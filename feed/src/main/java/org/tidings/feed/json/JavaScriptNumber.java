package org.tidings.feed.json;

/// Writes doubles as ECMAScript's `Number::toString` does: the shortest digits that read back,
/// plain up to 21 digits, otherwise with an exponent. Protocol 2.2, "Numbers".
final class JavaScriptNumber {
  private static final double EXACT_LONGS = 1L << 53;
  private static final int PLAIN_DIGITS = 21;
  private static final int LEADING_ZEROS = 6;

  private JavaScriptNumber() {}

  static String format(double value) {
    if (value == Math.rint(value) && Math.abs(value) <= EXACT_LONGS) {
      return Long.toString((long) value);
    }
    return value < 0 ? "-" + positive(-value) : positive(value);
  }

  private static String positive(double value) {
    Decimal decimal = Decimal.shortest(value);
    String digits = decimal.digits;
    int count = digits.length();
    int point = decimal.point;
    if (count <= point && point <= PLAIN_DIGITS) {
      return digits + "0".repeat(point - count);
    }
    if (0 < point && point <= PLAIN_DIGITS) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-LEADING_ZEROS < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return mantissa + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
  }

  /// 0.digits × 10^point.
  private record Decimal(String digits, int point) {

    /// Java's own shortest digits (JDK 19 and later), taken out of its notation.
    static Decimal shortest(double value) {
      String java = Double.toString(value);
      int e = java.indexOf('E');
      int exponent = e < 0 ? 0 : Integer.parseInt(java.substring(e + 1));
      String mantissa = e < 0 ? java : java.substring(0, e);
      int dot = mantissa.indexOf('.');
      String digits = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
      int zeros = 0;
      while (digits.charAt(zeros) == '0') {
        zeros++;
      }
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      return new Decimal(digits.substring(zeros, end), dot + exponent - zeros).orOneDigit(value);
    }

    /// Java writes at least two digits; JavaScript writes one where that reads back, which differs
    /// for the smallest subnormals: 4.9E-324 is 5e-324.
    private Decimal orOneDigit(double value) {
      if (digits.length() != 2) {
        return this;
      }
      int rounded = (Integer.parseInt(digits) + 5) / 10;
      Decimal shorter =
          rounded == 10
              ? new Decimal("1", point + 1)
              : new Decimal(Integer.toString(rounded), point);
      return Double.parseDouble("0." + shorter.digits + "E" + shorter.point) == value
          ? shorter
          : this;
    }
  }
}
