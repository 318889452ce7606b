package dev.mulligan.agent.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.agent.policyfile.MethodPattern.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {
  private static final Candidate SEND =
      new Candidate("com/vendor/Client", "send", List.of("java.lang.String", "int"), true, false);
  private static final Candidate HIDDEN =
      new Candidate("com/vendor/Client", "retry", List.of(), false, false);
  private static final Candidate TEXT =
      new Candidate("com/vendor/Client", "toString", List.of(), true, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.vendor.Client#send",
        "com.vendor.Client#send(*)",
        "com.vendor.Client#send(..)",
        "com.vendor.Client#send(java.lang.String,int)",
        "com.vendor.Client#send( String , int )",
        "com.vendor.Client#send(*,int)",
        "com.vendor.*#s*",
        "*#*(*)",
        "**#*(*)"
      })
  void namesAMethodExactlyOrWithWildcards(String pattern) {
    assertThat(MethodPattern.parse(pattern).matches(SEND)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.vendor.Client#send()",
        "com.vendor.Client#send(String)",
        "com.vendor.Client#send(int,String)",
        "com.vendor.Clients#send",
        "com.vendor.Client#sends"
      })
  void doesNotNameWhatDiffers(String pattern) {
    assertThat(MethodPattern.parse(pattern).matches(SEND)).isFalse();
  }

  @Test
  void aWildcardMeansPublicMethodsAndNotThoseOfEveryObject() {
    assertThat(MethodPattern.parse("com.vendor.Client#*").matches(HIDDEN)).isFalse();
    assertThat(MethodPattern.parse("com.vendor.Client#retry").matches(HIDDEN)).isTrue();
    assertThat(MethodPattern.parse("com.vendor.Client#*").matches(TEXT)).isFalse();
    assertThat(MethodPattern.parse("com.vendor.Client#toString").matches(TEXT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"com.vendor.Client.send", "#send", "com.vendor.Client#", "a#b#c", "a#b(int", ""})
  void anythingElseIsRefusedWithWhatIsWanted(String text) {
    assertThatThrownBy(() -> MethodPattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text)
        .hasMessageContaining("class#method");
  }
}
