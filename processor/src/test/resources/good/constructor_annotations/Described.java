package com.acme;

import jakarta.inject.Named;
import java.util.concurrent.TimeUnit;

@interface Described {
  String text() default "";

  int[] numbers() default {};

  char quote() default 'x';

  char end() default 'x';

  long size() default 0;

  float share() default 0;

  double limit() default 0;

  TimeUnit unit() default TimeUnit.DAYS;

  Class<?>[] types() default {};

  Named nested() default @Named;
}
