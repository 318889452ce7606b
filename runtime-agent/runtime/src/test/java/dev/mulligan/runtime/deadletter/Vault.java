package dev.mulligan.runtime.deadletter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Makes secrets. */
final class Vault {
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final String[] ISSUERS = {"4", "51", "55", "2221", "6011"};

  private final Random random;

  Vault(Random random) {
    this.random = random;
  }

  /** What nothing but its place tells to be a secret. */
  String password() {
    String text = text(8 + random.nextInt(30));
    return switch (random.nextInt(4)) {
      case 0 -> text + "\"\n\\" + text(4);
      case 1 -> text + " ü😀&?" + text(4);
      default -> text;
    };
  }

  /** What can be told by its looks. */
  String recognisable() {
    return switch (random.nextInt(6)) {
      case 0 -> card();
      case 1 -> "eyJ" + text(17) + "." + text(40) + "." + text(43);
      case 2 -> "AKIA" + new BigInteger(90, random).toString(36).toUpperCase().substring(0, 16);
      case 3 -> "ghp_" + text(36);
      case 4 -> "-----BEGIN PRIVATE KEY-----\n" + text(64) + "\n-----END PRIVATE KEY-----";
      default -> card().replaceAll("(\\d{4})(?=\\d)", "$1 ");
    };
  }

  /** A text that carries a password where one can be recognised. */
  String carrying(String password) {
    String plain = password.replaceAll("[^A-Za-z0-9]", "");
    return switch (random.nextInt(4)) {
      case 0 -> "https://ada:" + plain + "@example.org/";
      case 1 -> "password=" + plain;
      case 2 -> "Authorization: Basic " + basic("ada:" + plain);
      default -> "{\"accessToken\":\"" + plain + "\"}";
    };
  }

  static String basic(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private String card() {
    String issuer = ISSUERS[random.nextInt(ISSUERS.length)];
    StringBuilder digits = new StringBuilder(issuer);
    while (digits.length() < 15) {
      digits.append(random.nextInt(10));
    }
    int sum = 0;
    for (int i = 0; i < 15; i++) {
      int digit = digits.charAt(14 - i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits.append((10 - sum % 10) % 10).toString();
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
