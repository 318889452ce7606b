package dev.mulligan.start;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Web, JPA on H2, validation and the actuator: starts, and ends as soon as it has started. */
@SpringBootApplication
@EnableJpaRepositories(considerNestedRepositories = true)
public class Application {

  @Entity
  static class Customer {
    @Id @GeneratedValue Long id;
    @NotBlank String name;
  }

  interface Customers extends JpaRepository<Customer, Long> {
    long countByName(String name);
  }

  @Service
  static class Counting {
    private final Customers customers;

    Counting(Customers customers) {
      this.customers = customers;
    }

    @Transactional(readOnly = true)
    long count(String name) {
      return customers.countByName(name);
    }
  }

  @RestController
  static class Controller {
    private final Counting counting;

    Controller(Counting counting) {
      this.counting = counting;
    }

    @GetMapping("/customers/{name}")
    long count(@PathVariable String name) {
      return counting.count(name);
    }
  }

  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments).close();
  }
}
