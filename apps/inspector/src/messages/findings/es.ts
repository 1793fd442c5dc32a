import type { Translation } from '../message.ts';
import type { findings as english } from './en.ts';

export const findings: Translation<typeof english> = {
  title: {
    'key-order': 'Las claves del cuerpo se pusieron en otro orden',
    spacing: 'Se cambiaron los espacios en blanco del cuerpo',
    'unicode-escapes': 'Se escaparon o desescaparon caracteres del cuerpo',
    'numbers-rewritten': 'Números del cuerpo se leyeron y se escribieron de nuevo',
    'trailing-newline': 'Un salto de línea al final del cuerpo apareció o desapareció',
    charset: 'El cuerpo se convirtió a otro juego de caracteres',
    'form-or-json': 'Un formulario se tomó por JSON, o JSON por un formulario',
    'proxy-changed-body': 'Algo en el camino cambió el cuerpo',
    'empty-body': 'Se firmó un cuerpo vacío',
    'secret-blank': 'Hay espacios, un salto de línea o comillas alrededor del secreto',
    'secret-prefix': 'El prefijo del secreto está donde no debe, o falta donde debe estar',
    'secret-encoding': 'El secreto se decodificó donde no debía, o al revés',
    'secret-kind': 'El secreto no es del tipo que firma esto',
    'other-endpoint-secret': 'Está firmada con el secreto de otro endpoint',
    'other-scheme': 'Se firmó otra cosa que la de este esquema',
    'signature-encoding': 'La firma está escrita de otra forma',
    'timestamp-unit': 'Se confundieron segundos y milisegundos',
    clock: 'El reloj está mal, o la petición es antigua',
    'url-scheme': 'Se firmó http por https, o al revés',
    'url-host': 'Se firmó otro host',
    'url-port': 'Se firmó otro puerto',
    'url-query': 'Se firmó otra query',
    'url-path': 'Se firmó otra ruta',
    'plain-get': 'Un GET simple no es un callback',
    'missing-signature': 'La petición no trae firma',
    'malformed-signature': 'El encabezado de la firma no se puede leer',
    'other-provider': 'Está firmada como firma otro proveedor',
    'body-digest': 'El cuerpo no es el que indica la URL',
    'handler-parsed-body': 'El verificador del handler quizá ve otro cuerpo que el enviado',
    'handler-stale': 'La firma era demasiado antigua cuando llegó al handler',
    'handler-url': 'El handler ve otra URL que la firmada',
    'handler-edited': 'El cuerpo o un encabezado firmado se editó para este reenvío',
    'handler-other-secret': 'El handler quizá tiene otro secreto',
    'handler-refusal': 'El handler lo rechazó por un motivo propio',
  },
  todo: {
    'key-order':
      'Se firmó un texto y se envió otro: busca un proxy, un gateway o un script tuyo que interprete el cuerpo y lo escriba de nuevo. En el handler, verifica sobre los bytes en bruto, antes de que algo los interprete.',
    spacing:
      'Se firmó un texto y se envió otro: busca un proxy, un gateway o un script tuyo que interprete el cuerpo y lo escriba de nuevo. En el handler, verifica sobre los bytes en bruto, antes de que algo los interprete.',
    'unicode-escapes':
      'Se firmó un texto y se envió otro: busca un proxy, un gateway o un script tuyo que interprete el cuerpo y lo escriba de nuevo. En el handler, verifica sobre los bytes en bruto, antes de que algo los interprete.',
    'numbers-rewritten':
      'Se firmó un texto y se envió otro: busca un proxy, un gateway o un script tuyo que interprete el cuerpo y lo escriba de nuevo. En el handler, verifica sobre los bytes en bruto, antes de que algo los interprete.',
    'trailing-newline':
      'Envía y firma exactamente los mismos bytes: busca un editor de texto, un here-document, un echo sin -n o curl -d @archivo, que quita saltos de línea.',
    charset:
      'Busca qué decodifica el cuerpo a texto y lo escribe en otra codificación: un proxy, un script, el cuerpo en texto de un framework. Mantenlo en bytes.',
    'form-or-json': 'Envía el content type que envía el proveedor y verifica con la función correspondiente.',
    'proxy-changed-body':
      'Busca un proxy o middleware que descomprima, recodifique o cambie saltos de línea, y desactívalo para esta ruta.',
    'empty-body':
      'Quien firmó no tenía cuerpo: un stream que ya se había leído, o nada pasado a la función que firma.',
    'secret-blank':
      'Quítalos de donde están: aquí (un archivo .env, la configuración) o en el panel del proveedor.',
    'secret-prefix':
      'Copia el secreto de nuevo, con prefijo y todo, como lo muestra el panel del proveedor; en código tuyo no cortes el prefijo.',
    'secret-encoding':
      'Copia el secreto de nuevo como lo muestra el panel del proveedor; donde código tuyo firma o verifica, usa su texto o sus bytes decodificados, como dice la documentación del proveedor.',
    'secret-kind':
      'Cópialo de nuevo como lo muestra el panel del proveedor. Svix y Standard Webhooks usan whsec_ seguido de base64, y whpk_ seguido de base64 en la v1a; un final cortado, un espacio o un carácter extraño hace que no sea base64.',
    'other-endpoint-secret': 'Define ese secreto en este endpoint, o apunta el proveedor a la otra ruta.',
    'other-scheme':
      'Si el proveedor deja elegir la versión de la firma, elige esta. Si firma código tuyo, los pasos muestran qué va junto.',
    'signature-encoding':
      'Si firma código tuyo, escribe el resumen en el algoritmo y la codificación que pide el esquema.',
    'timestamp-unit':
      'Si firma código tuyo, usa la unidad de este esquema, en el encabezado y también en el texto firmado (Date.now() da milisegundos).',
    clock:
      'Si se envió ahora mismo, ajusta por NTP el reloj de la máquina que va mal. Si es un evento antiguo, reenvíalo con una firma nueva.',
    'url-scheme':
      'Dale al verificador la URL tal como la llamó el proveedor: la pública, con su query. Detrás de un proxy, lee X-Forwarded-Proto.',
    'url-host':
      'Dale al verificador la URL tal como la llamó el proveedor: la pública, con su query. Detrás de un proxy, lee X-Forwarded-Host.',
    'url-port': 'Dale al verificador la URL tal como la llamó el proveedor: la pública, con su query.',
    'url-query': 'Dale al verificador la URL tal como la llamó el proveedor: la pública, con su query.',
    'url-path': 'Dale al verificador la URL tal como la llamó el proveedor: la pública, con su query.',
    'plain-get': 'No hay nada que corregir en la firma.',
    'missing-signature':
      'Mira si hay un secreto definido en el proveedor y si un proxy quita el encabezado. Si no lo envió el proveedor, fue otra persona.',
    'malformed-signature':
      'Si lo envió el proveedor, busca un proxy que cambie encabezados. Si firma código tuyo, escribe el encabezado como dice la documentación del proveedor.',
    'other-provider': 'Indica el proveedor correcto en este endpoint.',
    'body-digest':
      'Se firmó un texto y se envió otro: busca un proxy, un gateway o un script tuyo que interprete el cuerpo y lo escriba de nuevo. En el handler, verifica sobre los bytes en bruto, antes de que algo los interprete.',
    'handler-parsed-body': 'Verifica sobre los bytes en bruto, antes de que algo interprete el cuerpo.',
    'handler-stale': 'Reenvíalo con una firma nueva.',
    'handler-url': 'Dale al verificador la URL tal como la llamó el proveedor: la pública, con su query.',
    'handler-edited': 'Reenvíalo con una firma nueva.',
    'handler-other-secret':
      'Compara el secreto del handler con el de este endpoint; un handler que arrancó antes de que cambiara su .env aún tiene el antiguo.',
    'handler-refusal':
      'Mira el cuerpo de la respuesta y el log del handler: un login, una lista de IPs o una comprobación CSRF puede ir antes.',
  },
};
