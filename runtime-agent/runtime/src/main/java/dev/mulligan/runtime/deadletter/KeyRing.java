package dev.mulligan.runtime.deadletter;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts arguments with the first of several keys, and decrypts with any (AES-256-GCM). What was
 * encrypted is bound to its letter, its place and its name, so that it opens nowhere else.
 * Thread-safe.
 */
final class KeyRing {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String PURPOSE = "mulligan letter argument 1";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, SecretKey> keys;

  /**
   * Creates a ring.
   *
   * @param keys by their ids, at least one; the first encrypts
   */
  KeyRing(LinkedHashMap<String, SecretKey> keys) {
    this.keys = new LinkedHashMap<>(keys);
  }

  /** Encrypts a value: the id of the key, a colon, then nonce and cipher text in Base64. */
  String seal(String value, String letterId, int position, String name) {
    Map.Entry<String, SecretKey> first = keys.entrySet().iterator().next();
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.ENCRYPT_MODE, first.getValue(), new GCMParameterSpec(TAG_BITS, nonce), RANDOM);
      cipher.updateAAD(boundTo(letterId, position, name));
      byte[] text = cipher.doFinal(value.getBytes(StandardCharsets.UTF_16BE));
      ByteBuffer sealed = ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text);
      return first.getKey() + ":" + Base64.getEncoder().encodeToString(sealed.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot encrypt with " + CIPHER, e);
    }
  }

  /**
   * Decrypts a value.
   *
   * @throws IllegalArgumentException if the key is not there, or the text was not encrypted for
   *     this letter, place and name; tells nothing of the value
   */
  String open(String sealed, String letterId, int position, String name) {
    int colon = sealed.indexOf(':');
    SecretKey key = colon < 0 ? null : keys.get(sealed.substring(0, colon));
    if (key == null) {
      throw new IllegalArgumentException("it was encrypted with a key that is not there");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed.substring(colon + 1));
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
      cipher.updateAAD(boundTo(letterId, position, name));
      byte[] text = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_16BE);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // No cause: nothing of what was there is to be told.
      throw new IllegalArgumentException(
          "it was not encrypted for this letter and place, or was changed since");
    }
  }

  private static byte[] boundTo(String letterId, int position, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String part : new String[] {PURPOSE, letterId, name}) {
        byte[] encoded = part.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
      out.writeInt(position);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  /** How many keys there are; never the keys. */
  @Override
  public String toString() {
    return "KeyRing[" + keys.size() + " keys]";
  }
}
