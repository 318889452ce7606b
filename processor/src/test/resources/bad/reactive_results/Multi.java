package io.smallrye.mutiny;

public interface Multi<T> {}
