package dev.mulligan.conformance.campaign;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts annotations without values on a class, in its class file. For one class file; by hand. */
final class ClassAnnotations {
  private static final String ATTRIBUTE = "RuntimeVisibleAnnotations";
  private static final int POOL_AT = 10;
  private static final int MOST_CONSTANTS = 0xffff;

  private final ByteBuffer file;
  private final int[] texts;
  private final int poolEnd;

  private ClassAnnotations(byte[] file) {
    this.file = ByteBuffer.wrap(file);
    this.texts = new int[this.file.getChar(8)];
    this.poolEnd = readPool();
  }

  /**
   * Adds annotations.
   *
   * @param file a class file
   * @param types internal names of annotation types
   * @return the class file with them, or null if its constant pool has no room
   */
  static byte @Nullable [] add(byte[] file, List<String> types) throws IOException {
    ClassAnnotations reader = new ClassAnnotations(file);
    return reader.texts.length + types.size() + 1 > MOST_CONSTANTS ? null : reader.with(types);
  }

  private int readPool() {
    int at = POOL_AT;
    for (int i = 1; i < texts.length; i++) {
      switch (file.get(at)) {
        case 1 -> {
          texts[i] = at + 1;
          at += 3 + file.getChar(at + 1);
        }
        case 5, 6 -> {
          at += 9;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        default -> at += 5;
      }
    }
    return at;
  }

  private byte[] with(List<String> types) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int attributes = attributesAt();
    copy(out, 0, 8);
    out.writeChar(texts.length + types.size() + 1);
    copy(out, POOL_AT, poolEnd);
    for (String type : types) {
      out.writeByte(1);
      out.writeUTF("L" + type + ";");
    }
    out.writeByte(1);
    out.writeUTF(ATTRIBUTE);
    copy(out, poolEnd, attributes);
    writeAttributes(out, attributes, types.size());
    return bytes.toByteArray();
  }

  private void writeAttributes(DataOutputStream out, int attributes, int added) throws IOException {
    int old = find(attributes);
    int count = file.getChar(attributes);
    out.writeChar(old < 0 ? count + 1 : count);
    if (old >= 0) {
      copy(out, attributes + 2, old);
    } else {
      copy(out, attributes + 2, file.limit());
    }
    int oldLength = old < 0 ? 2 : file.getInt(old + 2);
    out.writeChar(old < 0 ? texts.length + added : file.getChar(old));
    out.writeInt(oldLength + 4 * added);
    out.writeChar((old < 0 ? 0 : file.getChar(old + 6)) + added);
    for (int i = 0; i < added; i++) {
      out.writeChar(texts.length + i);
      out.writeChar(0);
    }
    if (old >= 0) {
      copy(out, old + 8, file.limit());
    }
  }

  /** Finds the annotations that the class has, or returns -1. */
  private int find(int attributes) {
    int at = attributes + 2;
    for (int i = file.getChar(attributes); i > 0; i--) {
      if (text(file.getChar(at)).equals(ATTRIBUTE)) {
        return at;
      }
      at += 6 + file.getInt(at + 2);
    }
    return -1;
  }

  private int attributesAt() {
    int interfaces = file.getChar(poolEnd + 6);
    return afterMembers(afterMembers(poolEnd + 8 + 2 * interfaces));
  }

  private int afterMembers(int at) {
    int next = at + 2;
    for (int i = file.getChar(at); i > 0; i--) {
      next = afterAttributes(next + 6);
    }
    return next;
  }

  private int afterAttributes(int at) {
    int next = at + 2;
    for (int i = file.getChar(at); i > 0; i--) {
      next += 6 + file.getInt(next + 2);
    }
    return next;
  }

  private String text(int constant) {
    int at = texts[constant];
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < file.getChar(at); i++) {
      text.append((char) (file.get(at + 2 + i) & 0xff));
    }
    return text.toString();
  }

  private void copy(DataOutputStream out, int from, int to) throws IOException {
    out.write(file.array(), from, to - from);
  }
}
