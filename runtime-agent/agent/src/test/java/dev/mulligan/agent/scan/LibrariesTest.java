package dev.mulligan.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/lang/Runnable",
        "javax/sql/DataSource",
        "jakarta/persistence/Entity",
        "org/springframework/stereotype/Service",
        "org/springframework/data/jpa/repository/JpaRepository",
        "io/netty/channel/ChannelHandler",
        "kotlin/Metadata"
      })
  void theirTypesPassNoPolicyOn(String type) {
    assertThat(Libraries.contain(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com/acme/Payments",
        "Unpackaged",
        "org/springframework/samples/petclinic/owner/OwnerRepository",
        "org/apache/acme/Remote",
        "javaland/Remote",
        "reactors/Remote"
      })
  void thoseOfApplicationsMay(String type) {
    assertThat(Libraries.contain(type)).isFalse();
  }
}
