package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.annotations.Redact;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants a thousand secrets in failing calls, and looks for them in all that would be stored. */
class SecretsCampaignTest {
  private static final long SEED = 20_300_101;
  private static final int CALLS = 84;
  private static final List<String> NAMES =
      List.of("note", "map", "login", "code", "pin", "headers", "password");

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private final Vault vault = new Vault(random);
  private final List<String> planted = new ArrayList<>();

  @AfterEach
  void forgetTheKey() {
    System.clearProperty(KeyFile.SETTING);
  }

  @Test
  void noSecretIsInALetter() throws Exception {
    int all = 0;
    try (Application application = Application.start()) {
      for (int call = 0; call < CALLS; call++) {
        all += check(application, call);
      }
    }
    assertThat(all).isGreaterThan(1_000);
  }

  @Test
  void noSecretIsInALetterThatKeepsThemEncrypted() throws Exception {
    Path key = folder.resolve("keys");
    Files.writeString(key, "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    System.setProperty(KeyFile.SETTING, key.toString());
    try (Application application = Application.start()) {
      for (int call = 0; call < CALLS; call++) {
        check(application, call);
      }
    }
  }

  private int check(Application application, int call) throws Exception {
    planted.clear();
    Letter letter = lose(application);
    String stored = LetterJson.write(letter) + letter;
    for (String secret : planted) {
      assertThat(stored)
          .as("seed %d, call %d", SEED, call)
          .doesNotContain(secret)
          .doesNotContain(quoted(secret));
    }
    return planted.size();
  }

  private Letter lose(Application application) throws Exception {
    Class<?> shop = application.type(Shop.class);
    GuardedMethod method = Application.method(shop, "buy", NAMES, 3);
    LetterBox box = new LetterBox(method, DeadLetterPolicy.builder().build());
    Class<?> login = application.type(Login.class);
    Class<?> card = application.type(Card.class);
    Object cardOfLogin =
        card.getDeclaredConstructor(String.class).newInstance(plant(vault.password()));
    Object[] arguments = {
      "see " + plant(vault.recognisable()) + " and " + carrying(),
      map(),
      login.getDeclaredConstructors()[0].newInstance(
          "ada", plant(vault.password()), plant(vault.password()), cardOfLogin),
      plant(vault.password()),
      plant(vault.password()).toCharArray(),
      List.of(Map.of("name", "X-Api-Key", "value", plant(vault.password()))),
      plant(vault.password())
    };
    application.log(
        Map.of("token", plant(vault.password()), "request", "a " + plant(vault.recognisable())));
    Failure failure = failure();
    return box.write(
        new LostCall(
            LetterReason.FAILED,
            failure,
            Instant.EPOCH,
            List.of(new LostAttempt(1, Instant.EPOCH, Duration.ZERO, failure)),
            null,
            List.of(arguments),
            null,
            "key " + plant(vault.recognisable()),
            "worker " + plant(vault.recognisable()),
            Suspicion.NONE));
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("db.password", plant(vault.password()));
    map.put("list", List.of(Map.of("client_secret", List.of(plant(vault.password())))));
    map.put("plain", plant(vault.recognisable()));
    map.put("of " + plant(vault.recognisable()), 1);
    return map;
  }

  /** Tells what the arguments hold, a piece of text before, and secrets of its own. */
  private Failure failure() {
    StringBuilder message = new StringBuilder("x".repeat(random.nextInt(600)));
    planted.forEach(secret -> message.append(random.nextBoolean() ? " " : ",").append(secret));
    Throwable cause =
        new IOException(
            "used " + plant(vault.recognisable()) + " at " + carrying() + "\n" + message);
    Throwable thrown = new IllegalStateException(message + " " + carrying(), cause);
    return new Failure(thrown, thrown, FailureType.SYSTEM, null);
  }

  private String carrying() {
    String password = vault.password();
    plant(password.replaceAll("[^A-Za-z0-9]", ""));
    return vault.carrying(password);
  }

  private String plant(String secret) {
    planted.add(secret);
    return secret;
  }

  private static String quoted(String secret) {
    String json = Json.text(secret).toString();
    return json.substring(1, json.length() - 1);
  }

  /** Loaded by the application. */
  static final class Shop {
    @SuppressWarnings("unused") // lends its signature
    void buy(
        String note,
        Map<String, Object> map,
        Login login,
        String code,
        char[] pin,
        List<Map<String, String>> headers,
        String password) {}
  }

  /** With a secret by its annotation, one by its name, and one by its type. */
  public static final class Login {
    public final String user;
    private final String hidden;
    public final String apiToken;
    public final Card card;

    public Login(String user, String hidden, String apiToken, Card card) {
      this.user = user;
      this.hidden = hidden;
      this.apiToken = apiToken;
      this.card = card;
    }

    @Redact
    public String getCode() {
      return hidden;
    }
  }

  /** Redacted as a whole. */
  @Redact
  public static final class Card {
    public final String number;

    public Card(String number) {
      this.number = number;
    }

    @Override
    public String toString() {
      return "card " + number;
    }
  }
}
