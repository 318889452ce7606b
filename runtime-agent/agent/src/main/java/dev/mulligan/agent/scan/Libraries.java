package dev.mulligan.agent.scan;

/**
 * Packages of the JDK and of libraries that cannot know Mulligan, so that none of their types has a
 * policy to pass on. To read such a type from a jar within a jar takes as long as to load it, and a
 * web application names thousands. Classes in these packages that carry policies themselves are
 * woven like all others.
 */
final class Libraries {
  private static final String[] JDK = {
    "java/", "javax/", "jdk/", "sun/", "com/sun/",
  };

  private static final String[] OTHERS = {
    "antlr/",
    "ch/qos/logback/",
    "com/fasterxml/jackson/",
    "com/google/common/",
    "com/google/gson/",
    "com/google/protobuf/",
    "com/mysql/",
    "com/zaxxer/hikari/",
    "groovy/lang/",
    "io/grpc/",
    "io/micrometer/",
    "io/netty/",
    "io/opentelemetry/",
    "jakarta/",
    "javassist/",
    "kotlin/",
    "kotlinx/",
    "net/bytebuddy/",
    "okhttp3/",
    "okio/",
    "org/antlr/",
    "org/apache/catalina/",
    "org/apache/commons/",
    "org/apache/coyote/",
    "org/apache/el/",
    "org/apache/juli/",
    "org/apache/kafka/",
    "org/apache/logging/",
    "org/apache/naming/",
    "org/apache/tomcat/",
    "org/aspectj/",
    "org/codehaus/groovy/",
    "org/eclipse/jetty/",
    "org/h2/",
    "org/hibernate/",
    "org/jboss/",
    "org/objectweb/asm/",
    "org/osgi/",
    "org/postgresql/",
    "org/reactivestreams/",
    "org/slf4j/",
    "org/yaml/snakeyaml/",
    "reactor/",
    "scala/",
    "tools/jackson/",
  };

  private static final String SPRING = "org/springframework/";

  /** Examples of how to use Spring are applications. */
  private static final String SAMPLES = "org/springframework/samples/";

  private Libraries() {}

  static boolean contain(String type) {
    return startsWith(type, JDK)
        || (type.startsWith(SPRING) ? !type.startsWith(SAMPLES) : startsWith(type, OTHERS));
  }

  private static boolean startsWith(String type, String[] prefixes) {
    for (String prefix : prefixes) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
