// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import java.security.PrivateKey;

public class LintUnredactedSecret {
  @DeadLetter
  public void login(String user, String password) {}

  @DeadLetter
  public void call(String apiKey, char[] pin, PrivateKey signer) {}

  @DeadLetter
  public void pay(Card card) {}

  @DeadLetter
  public void hidden(@Redact String token, Login login, Code code) {}

  @DeadLetter
  public void fine(int tokenCount, boolean secret, String passwordHint) {}

  @Retry
  public String readWith(String token) {
    return token;
  }

  /** What is paid with. */
  public record Card(String holder, String cardNumber) {}

  /** Who logs in. */
  public record Login(String user, @Redact String password) {}

  /** A secret as a whole. */
  @Redact
  public record Code(String secret) {}
}
