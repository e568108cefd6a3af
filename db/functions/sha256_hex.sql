-- SHA-256 of the UTF-8 bytes, in lower-case hex.
create or replace function sha256_hex(content text) returns text language sql immutable as
  $$ select encode(sha256(convert_to(content, 'UTF8')), 'hex') $$;
