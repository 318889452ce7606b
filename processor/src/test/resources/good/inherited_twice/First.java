package com.acme;

import java.io.IOException;
import java.sql.SQLException;

interface First {
  Object get();

  String read() throws IOException, SQLException;
}
